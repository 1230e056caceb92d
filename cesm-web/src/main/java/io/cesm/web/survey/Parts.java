package io.cesm.web.survey;

import java.util.List;
import java.util.Map;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.Block;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Fault;
import io.cesm.satisfaction.questionnaire.Page;
import tools.jackson.databind.node.ObjectNode;

/** Pages and blocks of a definition as forms know them. */
final class Parts {

    private Parts() {
    }

    static ObjectNode json(Page page) {
        var json = DefinitionJson.tree(page);
        json.remove("blocks");
        json.remove("id");
        return json;
    }

    static ObjectNode json(Block block) {
        var json = DefinitionJson.tree(block);
        json.remove("questions");
        json.remove("id");
        return json;
    }

    static Page page(String id, Map<String, String> sent) {
        var json = FormTree.of(sent);
        json.put("id", id);
        return DefinitionJson.page(json);
    }

    static Block block(String id, Map<String, String> sent) {
        var json = FormTree.of(sent);
        json.put("id", id);
        return DefinitionJson.block(json);
    }

    static Block block(Definition it, String id) {
        return it.pages()
            .stream()
            .flatMap(page -> page.blocks().stream())
            .filter(block -> block.id().equals(id))
            .findFirst()
            .orElseThrow(UnknownThing::new);
    }

    /**
     * Faults of the whole as faults of the part that is being edited: the way to it is
     * cut off.
     */
    static List<Fault> near(List<Fault> faults) {
        return faults.stream()
            .map(it -> new Fault(
                    it.path().replaceFirst("^pages\\.\\d+\\.(blocks\\.\\d+\\.)?(questions\\.\\d+\\.)?", ""), it.code(),
                    it.args()))
            .toList();
    }

}
