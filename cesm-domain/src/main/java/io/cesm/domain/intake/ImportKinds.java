package io.cesm.domain.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of records that can be imported. */
@Component
public class ImportKinds {

    private final Map<String, ImportKind> kinds = new LinkedHashMap<>();

    private final ObjectProvider<ImportKindFamily> families;

    ImportKinds(ObjectProvider<ImportKind> kinds, ObjectProvider<ImportKindFamily> families) {
        this.families = families;
        kinds.stream()
            .sorted(Comparator.comparing((ImportKind kind) -> !kind.code().equals("customers"))
                .thenComparing(ImportKind::code))
            .forEach(kind -> this.kinds.put(kind.code(), kind));
    }

    public Collection<ImportKind> all() {
        List<ImportKind> all = new ArrayList<>(kinds.values());
        families.stream().forEach(family -> all.addAll(family.offered()));
        return all;
    }

    /**
     * The kind of that code.
     * @throws Refusal if there is none
     */
    public ImportKind require(String code) {
        return find(code).orElseThrow(() -> new FieldRefusal("kind", "import.kind_unknown", code));
    }

    /** The kind of that code, if it is still there. */
    public Optional<ImportKind> find(String code) {
        var kind = kinds.get(code);
        return kind != null ? Optional.of(kind)
                : families.stream().flatMap(family -> family.find(code).stream()).findFirst();
    }

    /** Judges a plan: targets exist, required ones are there, settings make sense. */
    void judge(ImportKind kind, ImportPlan plan) {
        for (var each : plan.mapping().entrySet()) {
            if (each.getKey() < 0 || each.getKey() >= plan.header().size()
                    || kind.targets().stream().noneMatch(it -> it.code().equals(each.getValue()))) {
                throw new FieldRefusal("mapping", "import.target_unknown", each.getValue());
            }
        }
        for (var target : kind.targets()) {
            long times = plan.mapping().values().stream().filter(target.code()::equals).count();
            if (times > 1 && !target.many()) {
                throw new FieldRefusal("mapping", "import.target_twice", target.label());
            }
            if (times == 0 && target.required()) {
                throw new FieldRefusal("mapping", "import.target_missing", target.label());
            }
        }
        for (var setting : kind.settings()) {
            if (setting.required() && plan.setting(setting.code()) == null) {
                throw new FieldRefusal(setting.code(), "import.setting_missing", setting.label());
            }
            if (setting.type() == Setting.Type.CHOICE && plan.setting(setting.code()) != null
                    && setting.choices().stream().noneMatch(it -> it.code().equals(plan.setting(setting.code())))) {
                throw new FieldRefusal(setting.code(), "import.setting_unknown", setting.label());
            }
        }
        kind.judge(plan);
    }

}
