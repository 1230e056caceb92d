package io.cesm.web.fielding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.UnitName;
import io.cesm.satisfaction.fielding.BuildingFrames;
import io.cesm.satisfaction.fielding.FrameSource;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting people into the frame of a survey: by filter, by list, by hand. */
@Controller
@RequestMapping("/surveys/{id}/people/add")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class FrameController {

    private static final int LONGEST = 1_000_000;

    private final BuildingFrames frames;

    private final SurveyPages pages;

    private final JdbcClient jdbc;

    FrameController(BuildingFrames frames, SurveyPages pages, JdbcClient jdbc) {
        this.frames = frames;
        this.pages = pages;
        this.jdbc = jdbc;
    }

    @GetMapping
    String ask(@PathVariable SurveyId id, Model model) {
        model.addAttribute("form", FrameForm.blank());
        return page(id, model);
    }

    @PostMapping("/filter")
    String filter(@PathVariable SurveyId id, @Valid @ModelAttribute("form") FrameForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> model.addAttribute("added", frames.add(id, form.filter())))) {
            response.setStatus(422);
            return page(id, model);
        }
        flash.addFlashAttribute("notice", "fielding.people.added");
        flash.addFlashAttribute("added", model.getAttribute("added"));
        return "redirect:/surveys/{id}/people";
    }

    @PostMapping("/list")
    String list(@PathVariable SurveyId id, @RequestParam(required = false) @Nullable String lines,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        boolean filed = file != null && !file.isEmpty();
        var given = new ArrayList<String>();
        if (lines != null) {
            given.addAll(lines.lines().toList());
        }
        if (file != null && filed) {
            given.addAll(read(file));
        }
        model.addAttribute("form", FrameForm.blank());
        try {
            model.addAttribute("listed", frames.add(id, given, filed ? FrameSource.FILE : FrameSource.HAND));
        }
        catch (Refusal refused) {
            response.setStatus(422);
            model.addAttribute("refused", refused);
            model.addAttribute("lines", lines);
        }
        return page(id, model);
    }

    /** The first column of a text file. */
    private static List<String> read(MultipartFile file) {
        try {
            var bytes = file.getInputStream().readNBytes(LONGEST);
            return new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "")
                .lines()
                .map(it -> it.split("[,;\t]", 2)[0].replace("\"", "").strip())
                .toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private String page(SurveyId id, Model model) {
        pages.open(id, model);
        Map<String, String> units = new LinkedHashMap<>();
        jdbc.sql("select u.id, " + UnitName.sql("u")
                + " from org_unit u where u.valid_to is null order by u.path limit 300")
            .query(rs -> {
                units.put(rs.getString(1), rs.getString(2));
            });
        model.addAttribute("units", units);
        model.addAttribute("industries",
                jdbc.sql("select distinct industry from customer where industry is not null order by 1 limit 200")
                    .query(String.class)
                    .list());
        model.addAttribute("roles", DecisionRole.values());
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("purposes", ConsentPurpose.values());
        return "fielding/frame";
    }

}
