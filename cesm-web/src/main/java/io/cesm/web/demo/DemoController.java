package io.cesm.web.demo;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what belongs to the demo company and removes it. */
@Controller
@RequestMapping("/admin/demo")
@PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
class DemoController {

    private final DemoInventory inventory;

    private final RemovingTheDemoCompany removing;

    private final DemoProgress progress;

    DemoController(DemoInventory inventory, RemovingTheDemoCompany removing, DemoProgress progress) {
        this.inventory = inventory;
        this.removing = removing;
        this.progress = progress;
    }

    @GetMapping
    public String show(Model model) {
        model.addAttribute("demo", inventory.count());
        model.addAttribute("failed", progress.failed());
        model.addAttribute("open", removing.isOpenToMe());
        return "demo/removal";
    }

    @PostMapping("/removal")
    public String remove(RedirectAttributes flash) {
        removing.remove();
        flash.addFlashAttribute("notice", "demo.removed");
        return "redirect:/admin/demo";
    }

}
