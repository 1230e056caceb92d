package io.cesm.web.security;

import java.util.List;
import java.util.Map.Entry;

import org.jspecify.annotations.Nullable;

/**
 * Puts the long name a browser gives itself into three words, such as Chrome · Windows.
 */
final class Device {

    private static final List<Entry<String, String>> BROWSERS = List.of(entry("MicroMessenger", "WeChat"),
            entry("wxwork", "WeCom"), entry("DingTalk", "DingTalk"), entry("Edg", "Edge"), entry("Firefox", "Firefox"),
            entry("Chrome", "Chrome"), entry("Safari", "Safari"), entry("curl", "curl"));

    private static final List<Entry<String, String>> SYSTEMS = List.of(entry("HarmonyOS", "HarmonyOS"),
            entry("Android", "Android"), entry("iPhone", "iPhone"), entry("iPad", "iPad"), entry("Windows", "Windows"),
            entry("Mac OS", "macOS"), entry("Linux", "Linux"));

    private Device() {
    }

    static String of(@Nullable String agent) {
        if (agent == null) {
            return "?";
        }
        return first(BROWSERS, agent) + " · " + first(SYSTEMS, agent);
    }

    private static String first(List<Entry<String, String>> names, String agent) {
        return names.stream().filter(it -> agent.contains(it.getKey())).map(Entry::getValue).findFirst().orElse("?");
    }

    private static Entry<String, String> entry(String mark, String name) {
        return java.util.Map.entry(mark, name);
    }

}
