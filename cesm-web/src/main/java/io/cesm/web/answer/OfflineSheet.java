package io.cesm.web.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.ShowIf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A questionnaire for a device without network: all that may be asked on one page, and
 * the rules by which the device shows it. Blocks that are repeated for what was chosen
 * before are left to pages with a server behind them.
 */
final class OfflineSheet {

    private OfflineSheet() {
    }

    /** The definition with everything shown. */
    static Definition everything(Definition definition) {
        var tree = DefinitionJson.tree(definition);
        strip(tree);
        return DefinitionJson.read(tree);
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("show");
            if (object.get("blocks") instanceof ArrayNode blocks && blocks.size() > 1) {
                for (int i = blocks.size() - 1; i >= 0 && blocks.size() > 1; i--) {
                    if (blocks.get(i).has("repeat")) {
                        blocks.remove(i);
                    }
                }
            }
        }
        node.forEach(OfflineSheet::strip);
    }

    /** What has to hold for each question to be asked: all of the rules. */
    static Map<String, List<ShowIf>> rules(Definition definition) {
        Map<String, List<ShowIf>> rules = new LinkedHashMap<>();
        for (var page : definition.pages()) {
            for (var block : page.blocks()) {
                for (var question : block.questions()) {
                    var all = new ArrayList<ShowIf>();
                    add(all, page.show());
                    add(all, block.show());
                    add(all, question.head().show());
                    if (!all.isEmpty()) {
                        rules.put(question.id(), all);
                    }
                }
            }
        }
        return rules;
    }

    private static void add(List<ShowIf> all, @Nullable ShowIf rule) {
        if (rule != null) {
            all.add(rule);
        }
    }

}
