package io.cesm.web.fielding;

import java.util.UUID;

import io.cesm.satisfaction.fielding.DeliveringMails;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.SurveyMail.MailState;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mails to customers: what was sent, what waits, what came back. */
@Controller
@RequestMapping("/outbox")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class OutboxController {

    private static final int PAGE = 30;

    private final DeliveringMails mails;

    private final MailCourier courier;

    private final PublicAddress address;

    OutboxController(DeliveringMails mails, MailCourier courier, PublicAddress address) {
        this.mails = mails;
        this.courier = courier;
        this.address = address;
    }

    @GetMapping
    String list(@RequestParam @Nullable MailState state, @RequestParam @Nullable String survey,
            @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice",
                mails.slice(survey == null || survey.isBlank() ? null : SurveyId.of(survey), state, PAGE, cursor));
        model.addAttribute("state", state);
        model.addAttribute("states", MailState.values());
        model.addAttribute("leaves", courier.leaves());
        return "fielding/outbox";
    }

    @GetMapping("/{mail}")
    String show(@PathVariable UUID mail, Model model, HttpServletResponse response) {
        var it = mails.require(mail);
        var link = address.link("/a/" + it.token());
        model.addAttribute("mail", it);
        model.addAttribute("text", it.text(link, address.link("/c/stop/" + it.token())));
        model.addAttribute("link", link);
        response.setHeader("Cache-Control", "no-store");
        return "fielding/outbox-mail";
    }

    @PostMapping("/{mail}/bounce")
    String bounce(@PathVariable UUID mail, RedirectAttributes flash) {
        mails.noteBounce(mail, null);
        flash.addFlashAttribute("notice", "fielding.outbox.bounced");
        return "redirect:/outbox/{mail}";
    }

}
