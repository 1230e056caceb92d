package io.cesm.web.fielding;

import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.fielding.BuildingFrames;
import io.cesm.satisfaction.fielding.FieldStatusBook;
import io.cesm.satisfaction.fielding.FrameFlag;
import io.cesm.satisfaction.fielding.FrameOutcome;
import io.cesm.satisfaction.fielding.InvitingByHand;
import io.cesm.satisfaction.fielding.PeopleBook;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.web.expectation.QrPicture;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody in the frame of a survey, and what became of them. */
@Controller
@RequestMapping("/surveys/{id}/people")
class SurveyPeopleController {

    private static final int PAGE = 50;

    private final PeopleBook people;

    private final FieldStatusBook status;

    private final BuildingFrames frames;

    private final InvitingByHand inviting;

    private final SurveyPages pages;

    private final PublicAddress address;

    SurveyPeopleController(PeopleBook people, FieldStatusBook status, BuildingFrames frames, InvitingByHand inviting,
            SurveyPages pages, PublicAddress address) {
        this.people = people;
        this.status = status;
        this.frames = frames;
        this.inviting = inviting;
        this.pages = pages;
        this.address = address;
    }

    @GetMapping
    String list(@PathVariable SurveyId id, @ModelAttribute("query") PeopleQuery query, Model model) {
        return page(id, query, null, model);
    }

    @PostMapping("/{person}/remove")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String remove(@PathVariable SurveyId id, @PathVariable UUID person, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            frames.remove(id, person);
        }
        catch (Refusal refused) {
            return refused(id, refused, model, response);
        }
        flash.addFlashAttribute("notice", "fielding.people.removed");
        return "redirect:/surveys/{id}/people";
    }

    /** Shows somebody's personal link, to hand over by WeCom or in person. */
    @PostMapping("/{person}/link")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String link(@PathVariable SurveyId id, @PathVariable UUID person, Model model, HttpServletResponse response) {
        try {
            var whole = address.link("/a/" + inviting.link(id, person));
            pages.open(id, model);
            model.addAttribute("person", people.require(id, person));
            model.addAttribute("address", whole);
            model.addAttribute("qr", QrPicture.of(whole));
            response.setHeader("Cache-Control", "no-store");
            return "fielding/personal-link";
        }
        catch (Refusal refused) {
            return refused(id, refused, model, response);
        }
    }

    private String refused(SurveyId id, Refusal refused, Model model, HttpServletResponse response) {
        response.setStatus(422);
        var query = new PeopleQuery(null, null, null, null, null, null, null);
        model.addAttribute("query", query);
        return page(id, query, refused, model);
    }

    private String page(SurveyId id, PeopleQuery query, @Nullable Refusal refused, Model model) {
        pages.open(id, model);
        model.addAttribute("slice", people.slice(id, query.filter(), PAGE, query.cursor()));
        var found = status.of(id);
        model.addAttribute("status", found);
        model.addAttribute("undrawn", found.outcomes().containsKey(FrameOutcome.FRAME));
        model.addAttribute("outcomes", FrameOutcome.values());
        model.addAttribute("flags", FrameFlag.values());
        model.addAttribute("refused", refused);
        return "fielding/people";
    }

}
