package io.cesm.satisfaction.answer;

/**
 * Says that an answer is kept.
 *
 * @param number what the respondent may quote; it leads to nobody
 * @param repeated whether it had been given before
 */
public record Receipt(String number, boolean repeated) {
}
