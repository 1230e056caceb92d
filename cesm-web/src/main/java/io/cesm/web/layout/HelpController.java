package io.cesm.web.layout;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of keys, for those who come without scripts, and what everybody may read. */
@Controller
class HelpController {

    @PreAuthorize("hasAuthority('VIEW')")
    @GetMapping("/help/keys")
    String keys() {
        return "help/keys";
    }

    /** The accessibility statement; customers with a link read it too. */
    @GetMapping("/help/accessibility")
    String accessibility() {
        return "help/accessibility";
    }

}
