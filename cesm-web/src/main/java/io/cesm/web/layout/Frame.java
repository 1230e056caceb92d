package io.cesm.web.layout;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around a page: for whom, in which language and colours.
 *
 * @param lang language of the page as HTML names it
 * @param base context path, in front of addresses
 * @param path address of this page
 * @param query parameters of this page, without language and colours
 * @param who id of who is signed in, null if nobody is
 * @param person name of who is signed in, null if nobody is
 * @param company what the company is called on pages of its customers; null on its own
 * @param note key of a line shown while something goes on
 * @param unread number of unread notices, counted up to 100
 * @param request number of this request
 * @param assets where the static files are
 */
public record Frame(String lang, String base, String path, List<Address.Parameter> query, String theme, String rows,
        @Nullable String who, @Nullable String person, List<Navigation.Group> navigation, boolean mayCapture,
        boolean mayFile, @Nullable String company, @Nullable String note, int unread, boolean demo, String request,
        Assets assets) {

    /** Whether the page speaks Chinese. */
    public boolean chinese() {
        return lang.startsWith("zh");
    }

    /** Whether the sidebar has an entry. */
    public boolean has(String key) {
        return navigation.stream().anyMatch(it -> it.entries().stream().anyMatch(one -> one.key().equals(key)));
    }

}
