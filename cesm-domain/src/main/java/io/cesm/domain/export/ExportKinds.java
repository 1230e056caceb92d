package io.cesm.domain.export;

import java.util.Comparator;
import java.util.List;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The lists that can be had as files. */
@Component
public class ExportKinds {

    private final ObjectProvider<ExportKind> kinds;

    private final CurrentActor current;

    ExportKinds(ObjectProvider<ExportKind> kinds, CurrentActor current) {
        this.kinds = kinds;
        this.current = current;
    }

    /** Those the one who acts may have. */
    public List<ExportKind> mine() {
        var actor = current.actor();
        actor.requireMay(Right.EXPORT);
        return kinds.stream()
            .filter(it -> actor.may(it.right()))
            .sorted(Comparator.comparing(ExportKind::code))
            .toList();
    }

    /** One of them; what one may not have is not there. */
    public ExportKind require(String code) {
        return mine().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(UnknownThing::new);
    }

    /** Any of them, for naming what was asked for. */
    public ExportKind named(String code) {
        return kinds.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(UnknownThing::new);
    }

}
