package io.cesm.web.messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * All sentences of all bundles, in one table per language: a page asks for some hundred
 * of them, and each would be looked for in thirty bundles.
 */
final class SpokenMessages extends AbstractMessageSource {

    private static final String CHINESE_ENDING = "_zh.properties";

    private final Map<String, String> english = new HashMap<>();

    private final Map<String, String> chinese = new HashMap<>();

    private final Map<String, MessageFormat> englishForms = new ConcurrentHashMap<>();

    private final Map<String, MessageFormat> chineseForms = new ConcurrentHashMap<>();

    private SpokenMessages() {
    }

    /**
     * Reads bundles in UTF-8: {@code name.properties} English, {@code name_zh.properties}
     * Chinese.
     */
    static SpokenMessages read(Resource... files) throws IOException {
        var messages = new SpokenMessages();
        for (var file : files) {
            var words = PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8));
            var table = Objects.requireNonNull(file.getFilename()).endsWith(CHINESE_ENDING) ? messages.chinese
                    : messages.english;
            words.stringPropertyNames().forEach(key -> table.put(key, words.getProperty(key)));
        }
        messages.english.forEach(messages.chinese::putIfAbsent);
        return messages;
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return table(locale).get(code);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var text = table(locale).get(code);
        return text == null ? null : forms(locale).computeIfAbsent(code, it -> Countable.of(text, locale));
    }

    private Map<String, String> table(Locale locale) {
        return isChinese(locale) ? chinese : english;
    }

    private Map<String, MessageFormat> forms(Locale locale) {
        return isChinese(locale) ? chineseForms : englishForms;
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

}
