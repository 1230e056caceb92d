package io.cesm.web.layout;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.webjars.WebJarVersionLocator;

/**
 * Addresses of static files: own ones with a hash of their content, those of WebJars with
 * their version. Each is found once; files do not change while the program runs.
 */
@Component("assets")
public class Assets {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    private final WebJarVersionLocator jars = new WebJarVersionLocator();

    private final ObjectProvider<ResourceUrlProvider> urls;

    private final ObjectProvider<WebApplicationContext> context;

    Assets(ObjectProvider<ResourceUrlProvider> urls, ObjectProvider<WebApplicationContext> context) {
        this.urls = urls;
        this.context = context;
    }

    /** An own file, for example {@code /css/cesm.css}. */
    public String own(String path) {
        return known.computeIfAbsent(path,
                it -> base() + Objects.requireNonNull(provider().getForLookupPath(it), "no static file " + it));
    }

    /** A file of a WebJar, for example {@code htmx.org}, {@code dist/htmx.min.js}. */
    public String jar(String jar, String path) {
        return known.computeIfAbsent(jar + "!" + path, it -> base() + "/webjars/"
                + Objects.requireNonNull(jars.path(jar, path), "no file " + path + " in WebJar " + jar));
    }

    /**
     * Looks for the files by itself when the context is complete; the first page may come
     * a moment before.
     */
    private ResourceUrlProvider provider() {
        var provider = urls.getObject();
        if (provider.isAutodetect()) {
            provider.onApplicationEvent(new ContextRefreshedEvent(context.getObject()));
        }
        return provider;
    }

    private String base() {
        var servlet = context.getObject().getServletContext();
        return servlet == null ? "" : servlet.getContextPath();
    }

}
