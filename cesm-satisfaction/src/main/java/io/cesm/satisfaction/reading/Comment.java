package io.cesm.satisfaction.reading;

/**
 * Words somebody wrote of their own accord.
 *
 * @param key where they stand in the answer
 */
public record Comment(String key, String text) {
}
