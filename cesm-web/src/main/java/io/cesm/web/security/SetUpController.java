package io.cesm.web.security;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the very first start; afterwards there is no such page. */
@Controller
@RequestMapping("/setup")
class SetUpController {

    private final SetUp setUp;

    SetUpController(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping
    String ask(Model model) {
        if (!setUp.open()) {
            throw new UnknownThing();
        }
        model.addAttribute("form", new SetUp.Wish("", "", "", "", ""));
        return "security/setup";
    }

    @PostMapping
    String begin(@ModelAttribute("form") SetUp.Wish form, BindingResult errors, HttpServletResponse response,
            RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> setUp.begin(form))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "security/setup";
        }
        flash.addFlashAttribute("notice", "setup.done");
        return "redirect:/login";
    }

}
