package io.cesm.satisfaction.answer;

import java.util.Map;
import java.util.UUID;

/** What is inside the seal of an anonymous answer that waits to be mixed. */
record HeldAnswer(UUID version, String channel, String language, Map<String, String> segments,
        Map<String, Object> items, Map<String, String> words) {
}
