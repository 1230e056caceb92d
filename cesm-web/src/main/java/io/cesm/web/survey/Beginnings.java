package io.cesm.web.survey;

import java.util.List;

import io.cesm.satisfaction.questionnaire.QuestionType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands in the form of a new question before anything is typed. */
@Component
class Beginnings {

    private static final List<String[]> SATISFIED = List.of(new String[] { "很不满意", "Very dissatisfied" },
            new String[] { "不满意", "Dissatisfied" }, new String[] { "一般", "Neither satisfied nor dissatisfied" },
            new String[] { "满意", "Satisfied" }, new String[] { "很满意", "Very satisfied" });

    private static final List<String[]> KANO = List.of(new String[] { "我会很喜欢", "I like it that way" },
            new String[] { "理应如此", "It must be that way" }, new String[] { "无所谓", "I am neutral" },
            new String[] { "可以忍受", "I can live with it" }, new String[] { "我不喜欢", "I dislike it that way" });

    ObjectNode of(QuestionType type, String id) {
        var it = JsonNodeFactory.instance.objectNode();
        it.put("id", id).put("type", type.name());
        switch (type) {
            case NPS -> {
                scale(it, 0, 10, "完全不可能", "Not at all likely", "极有可能", "Extremely likely");
                it.put("role", "LOYALTY");
            }
            case CSAT -> {
                scale(it, 1, 5, "", "", "", "");
                words(it.withObject("/scale").putArray("labels"), SATISFIED);
                it.put("role", "OVERALL");
            }
            case CES -> scale(it, 1, 7, "完全不同意", "Strongly disagree", "完全同意", "Strongly agree");
            case IMPORTANCE -> {
                scale(it, 1, 7, "不重要", "Not important", "极其重要", "Extremely important");
                it.put("role", "IMPORTANCE");
            }
            case RATING, MATRIX -> scale(it, 1, 7, "很差", "Very poor", "很好", "Very good");
            case PAIR -> {
                scale(it, 1, 7, "完全不同意", "Strongly disagree", "完全同意", "Strongly agree");
                word(it.putObject("expected"), "优秀供应商应当做到", "An excellent supplier should");
                word(it.putObject("perceived"), "我们实际做到", "We actually do");
            }
            case KANO -> words(it.putArray("answers"), KANO);
            case TEXT -> it.put("lines", true).put("max", 1000);
            case FILE -> it.put("megabytes", 5);
            default -> {
            }
        }
        if (type.isScale() || type == QuestionType.MATRIX || type == QuestionType.PAIR) {
            word(it.putArray("na").addObject().put("id", "na").putObject("text"), "不适用", "Does not apply");
        }
        return it;
    }

    private static void scale(ObjectNode it, int min, int max, String low, String lowEn, String high, String highEn) {
        var scale = it.putObject("scale").put("min", min).put("max", max);
        if (!low.isEmpty()) {
            word(scale.putObject("low"), low, lowEn);
            word(scale.putObject("high"), high, highEn);
        }
    }

    private static void words(tools.jackson.databind.node.ArrayNode to, List<String[]> all) {
        all.forEach(each -> word(to.addObject(), each[0], each[1]));
    }

    private static void word(ObjectNode to, String chinese, String english) {
        to.put("zh", chinese).put("en", english);
    }

}
