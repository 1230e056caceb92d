package io.cesm.web.desk;

import static java.util.Objects.requireNonNullElse;

import java.util.stream.IntStream;

import io.cesm.domain.notice.MailingNotices;
import io.cesm.domain.notice.NoticePreferences;
import io.cesm.domain.notice.NoticePreferences.Way;
import io.cesm.web.mail.MailPost;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How somebody wants to hear of notices by mail, and what was sent to them. */
@Controller
@RequestMapping("/me/notices")
@PreAuthorize("hasAuthority('VIEW')")
class MyNoticesController {

    private final MailingNotices mailing;

    private final MailPost post;

    MyNoticesController(MailingNotices mailing, MailPost post) {
        this.mailing = mailing;
        this.post = post;
    }

    /** What somebody wants, as it is chosen. */
    record NoticesForm(@NotNull @Nullable Way escalation, @NotNull @Nullable Way handOver, @NotNull @Nullable Way other,
            @NotNull @Nullable Integer digestHour, @NotNull @Nullable Integer quietFrom,
            @NotNull @Nullable Integer quietTo, @Nullable Boolean disturb) {

        static NoticesForm of(NoticePreferences it) {
            return new NoticesForm(it.escalation(), it.handOver(), it.other(), it.digestHour(), it.quietFrom(),
                    it.quietTo(), it.disturb());
        }

        NoticePreferences wish() {
            var usual = NoticePreferences.USUAL;
            return new NoticePreferences(requireNonNullElse(escalation, usual.escalation()),
                    requireNonNullElse(handOver, usual.handOver()), requireNonNullElse(other, usual.other()),
                    requireNonNullElse(digestHour, usual.digestHour()),
                    requireNonNullElse(quietFrom, usual.quietFrom()), requireNonNullElse(quietTo, usual.quietTo()),
                    Boolean.TRUE.equals(disturb));
        }

    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", NoticesForm.of(mailing.mine()));
        return page(model);
    }

    @PostMapping
    String keep(@Valid @ModelAttribute("form") NoticesForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> mailing.prefer(form.wish()))) {
            response.setStatus(422);
            return page(model);
        }
        flash.addFlashAttribute("notice", "notices.kept");
        return "redirect:/me/notices";
    }

    private String page(Model model) {
        model.addAttribute("ways", Way.values());
        model.addAttribute("hours", IntStream.range(0, 24).boxed().toList());
        model.addAttribute("mails", mailing.sentToMe());
        model.addAttribute("leaves", post.leaves());
        return "desk/me-notices";
    }

}
