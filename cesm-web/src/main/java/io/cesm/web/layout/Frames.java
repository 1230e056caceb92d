package io.cesm.web.layout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.domain.notice.NoticeBook;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts together what the layout needs, for any page and also for error pages. The count
 * of notices may be a second old, so a burst of pages costs one small statement.
 */
@Component("frames")
public class Frames {

    private static final List<String> OF_CUSTOMERS = List.of("/c/", "/confirm", "/a/", "/answer/");

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Assets assets;

    private final NoticeBook notices;

    /** Looked up among all beans once and not for each page. */
    private final Supplier<List<FrameNote>> notes;

    private final Cache<StaffId, Integer> unread = Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofSeconds(1))
        .maximumSize(2_000)
        .build();

    private final Cache<String, Boolean> demo = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build();

    private final Cache<String, Optional<String>> company = Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofSeconds(30))
        .build();

    Frames(CurrentActor current, JdbcClient jdbc, Assets assets, NoticeBook notices, ObjectProvider<FrameNote> notes) {
        this.current = current;
        this.jdbc = jdbc;
        this.assets = assets;
        this.notices = notices;
        this.notes = SingletonSupplier.of(() -> notes.orderedStream().toList());
    }

    /** The frame of the page that is being rendered. */
    public Frame now() {
        var request = Here.request();
        var lang = LocaleContextHolder.getLocale().getLanguage().equals("zh") ? "zh-CN" : "en";
        var actor = actor();
        var staff = actor == null ? null : actor.staff();
        var here = Address.of(request).without("lang").without("theme").without("rows");
        return new Frame(lang, request.getContextPath(), here.path(), here.query(), Preferences.theme(request),
                Preferences.rows(request), staff == null ? null : staff.toString(),
                staff == null || actor == null ? null : actor.name(),
                actor == null ? List.of() : Navigation.of(actor.rights(), demo()),
                actor != null && actor.may(Right.EXPECTATION_EDIT), actor != null && actor.may(Right.COMPLAINT_EDIT),
                company(request, lang), note(), staff == null ? 0 : unread(staff), demo(),
                String.valueOf(request.getAttribute(RequestNumbers.ATTRIBUTE)), assets);
    }

    /** Whether whoever looks at the page has a right, by its name. */
    public boolean may(String right) {
        var actor = actor();
        return actor != null && actor.may(Right.valueOf(right));
    }

    private @Nullable Actor actor() {
        try {
            return current.orNull();
        }
        catch (RuntimeException ex) {
            return null; // an error page is shown while the database is away
        }
    }

    private int unread(StaffId staff) {
        try {
            return unread.get(staff, notices::unread);
        }
        catch (RuntimeException ex) {
            return 0;
        }
    }

    /** Customers hear from the company and not from the program it uses. */
    private @Nullable String company(HttpServletRequest request, String lang) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        try {
            return OF_CUSTOMERS.stream().anyMatch(path::startsWith) ? company(lang) : null;
        }
        catch (RuntimeException ex) {
            return null; // an error page is shown while the database is away
        }
    }

    /** What the company is called: the one unit above all others. */
    public @Nullable String company(String lang) {
        return company.get(lang.startsWith("en") ? "en" : "zh", this::topmost).orElse(null);
    }

    private Optional<String> topmost(String lang) {
        var names = jdbc
            .sql(lang.equals("en") ? "select coalesce(name_en, name) from org_unit where parent_id is null limit 2"
                    : "select name from org_unit where parent_id is null limit 2")
            .query((rs, i) -> rs.getString(1))
            .list();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private @Nullable String note() {
        return notes.get().stream().map(FrameNote::note).flatMap(Optional::stream).findFirst().orElse(null);
    }

    /** Forgets the count of a person who has just read. */
    public void hasRead(StaffId staff) {
        unread.invalidate(staff);
    }

    private boolean demo() {
        try {
            return demo.get("demo",
                    it -> jdbc.sql("select exists (select 1 from staff where demo)").query(Boolean.class).single());
        }
        catch (RuntimeException ex) {
            return false;
        }
    }

}
