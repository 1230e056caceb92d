package io.cesm.web.layout;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of keys, for those who come without scripts. */
@Controller
class HelpController {

    @PreAuthorize("hasAuthority('VIEW')")
    @GetMapping("/help/keys")
    String keys() {
        return "help/keys";
    }

}
