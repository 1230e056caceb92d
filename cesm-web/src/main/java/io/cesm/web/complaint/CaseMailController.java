package io.cesm.web.complaint;

import java.util.UUID;

import io.cesm.domain.complaint.CaseMail;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.DeliveringCaseMails;
import io.cesm.web.mail.MailPost;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails to customers about complaints: what was sent, what waits, what came back. */
@Controller
@RequestMapping("/complaints/outbox")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class CaseMailController {

    private static final int PAGE = 30;

    private final DeliveringCaseMails mails;

    private final CaseCourier courier;

    private final MailPost post;

    CaseMailController(DeliveringCaseMails mails, CaseCourier courier, MailPost post) {
        this.mails = mails;
        this.courier = courier;
        this.post = post;
    }

    @GetMapping
    String list(@RequestParam CaseMail.@Nullable State state, @RequestParam @Nullable String complaint,
            @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice", mails
            .slice(complaint == null || complaint.isBlank() ? null : ComplaintId.of(complaint), state, PAGE, cursor));
        model.addAttribute("state", state);
        model.addAttribute("states", CaseMail.State.values());
        model.addAttribute("leaves", post.leaves());
        return "complaint/outbox";
    }

    @GetMapping("/{mail}")
    String show(@PathVariable UUID mail, Model model, HttpServletResponse response) {
        var it = mails.require(mail);
        model.addAttribute("mail", it);
        model.addAttribute("text", it.text(courier.link(it)));
        model.addAttribute("link", it.token() == null ? null : courier.link(it));
        response.setHeader("Cache-Control", "no-store");
        return "complaint/outbox-mail";
    }

}
