package io.cesm.web.answer;

import io.cesm.satisfaction.questionnaire.Anonymity;

/** What stands above the questions of every page. */
public record Answering(String title, String intro, Anonymity anonymity, int minutes) {
}
