package io.cesm.web.answer;

import java.util.UUID;

import io.cesm.satisfaction.answer.AnswerDevices;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.web.expectation.QrPicture;
import io.cesm.web.fielding.SurveyPages;
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

/**
 * Setting up a tablet at a site, or a phone that goes where there is no network: its
 * address is shown once, to open or to scan.
 */
@Controller
@RequestMapping("/surveys/{id}/devices")
class DeviceController {

    private final AnswerDevices devices;

    private final PublicAddress address;

    private final SurveyPages pages;

    DeviceController(AnswerDevices devices, PublicAddress address, SurveyPages pages) {
        this.devices = devices;
        this.address = address;
        this.pages = pages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String list(@PathVariable UUID id, Model model) {
        return page(id, model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String setUp(@PathVariable UUID id, @RequestParam(required = false) @Nullable String label, Model model,
            HttpServletResponse response) {
        var link = address.link("/a/" + devices.setUp(id, label).token());
        model.addAttribute("link", link);
        model.addAttribute("qr", QrPicture.of(link));
        response.setHeader("Cache-Control", "no-store");
        return page(id, model);
    }

    @PostMapping("/{device}/end")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String end(@PathVariable UUID id, @PathVariable UUID device, RedirectAttributes flash) {
        devices.end(id, device);
        flash.addFlashAttribute("notice", "device.ended");
        return "redirect:/surveys/{id}/devices";
    }

    private String page(UUID id, Model model) {
        pages.open(new SurveyId(id), model);
        model.addAttribute("devices", devices.of(id));
        return "answer/devices";
    }

}
