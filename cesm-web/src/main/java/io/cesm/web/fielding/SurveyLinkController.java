package io.cesm.web.fielding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.fielding.OfferingLinks;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.web.expectation.QrPicture;
import io.cesm.web.people.FormTry;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Links and QR codes that everybody may answer by. */
@Controller
@RequestMapping("/surveys/{id}/links")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class SurveyLinkController {

    private final OfferingLinks offering;

    private final SurveyPages pages;

    private final PublicAddress address;

    SurveyLinkController(OfferingLinks offering, SurveyPages pages, PublicAddress address) {
        this.offering = offering;
        this.pages = pages;
        this.address = address;
    }

    /** What a link is for. */
    record LinkForm(@NotNull @Pattern(regexp = "LINK|QR") @Nullable String channel,
            @NotBlank @Size(max = 80) @Nullable String label, @Size(max = 80) @Nullable String place) {
    }

    /** An open link with its whole address. */
    public record Shown(OfferingLinks.OpenLink link, String address) {
    }

    @GetMapping
    String list(@PathVariable SurveyId id, Model model) {
        model.addAttribute("form", new LinkForm("QR", null, null));
        return page(id, model);
    }

    @PostMapping
    String make(@PathVariable SurveyId id, @Valid @ModelAttribute("form") LinkForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        Map<String, String> segments = new LinkedHashMap<>();
        if (form.place() != null && !form.place().isBlank()) {
            segments.put("place", form.place().strip());
        }
        if (!FormTry.succeeds(errors,
                () -> offering.make(id, String.valueOf(form.channel()), form.label(), segments))) {
            response.setStatus(422);
            return page(id, model);
        }
        flash.addFlashAttribute("notice", "fielding.link.made");
        return "redirect:/surveys/{id}/links";
    }

    /** A page to print and hang up. */
    @GetMapping("/{link}/poster")
    String poster(@PathVariable SurveyId id, @PathVariable UUID link, Model model) {
        pages.open(id, model);
        var it = offering.of(id)
            .stream()
            .filter(each -> each.id().equals(link) && each.revokedAt() == null)
            .findFirst()
            .orElseThrow(UnknownThing::new);
        var whole = address.link("/a/" + it.token());
        model.addAttribute("link", it);
        model.addAttribute("address", whole);
        model.addAttribute("qr", QrPicture.of(whole));
        return "fielding/poster";
    }

    @PostMapping("/{link}/revoke")
    String revoke(@PathVariable SurveyId id, @PathVariable UUID link, RedirectAttributes flash) {
        offering.revoke(id, link);
        flash.addFlashAttribute("notice", "fielding.link.revoked");
        return "redirect:/surveys/{id}/links";
    }

    private String page(SurveyId id, Model model) {
        pages.open(id, model);
        model.addAttribute("links",
                offering.of(id).stream().map(it -> new Shown(it, address.link("/a/" + it.token()))).toList());
        model.addAttribute("channels", new String[] { "QR", "LINK" });
        return "fielding/links";
    }

}
