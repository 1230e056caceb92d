package io.cesm.web.benchmark;

import java.util.Objects;

import io.cesm.domain.kernel.UnknownThing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Serves frozen pages and frozen answers again, as often as asked. */
@Controller
@Profile("benchmark")
class FrozenController {

    private final FrozenPages frozen;

    FrozenController(FrozenPages frozen) {
        this.frozen = frozen;
    }

    @GetMapping("/benchmark/pages/{name}")
    ModelAndView page(@PathVariable String name) {
        var page = known(frozen.page(name));
        return new ModelAndView(Objects.requireNonNull(page.getViewName()), page.getModel());
    }

    @GetMapping("/api/v1/benchmark/{name}")
    @ResponseBody
    Object body(@PathVariable String name) {
        return known(frozen.body(name));
    }

    private static <T> T known(@Nullable T thing) {
        if (thing == null) {
            throw new UnknownThing();
        }
        return thing;
    }

}
