package io.cesm.web.playbook;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.governance.playbook.FollowingPlaybooks;
import io.cesm.governance.playbook.Playbook;
import io.cesm.governance.playbook.WritingPlaybooks;
import io.cesm.web.complaint.ComplaintSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The checklists on the page of a complaint. */
@Component
@Order(10)
class PlaybookSection implements ComplaintSection {

    private final FollowingPlaybooks following;

    private final WritingPlaybooks writing;

    private final Clock clock;

    PlaybookSection(FollowingPlaybooks following, WritingPlaybooks writing, Clock clock) {
        this.following = following;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public String fill(ComplaintDetails it, boolean mayEdit, Model model, Locale locale) {
        var runs = following.of(it.id());
        Set<UUID> given = new LinkedHashSet<>();
        runs.forEach(run -> given.add(run.playbook()));
        List<Playbook> others = mayEdit && it.isOpen()
                ? writing.all().stream().filter(each -> each.active() && !given.contains(each.id())).toList()
                : List.of();
        model.addAttribute("runs", runs);
        model.addAttribute("otherPlaybooks", others);
        model.addAttribute("checkNow", clock.instant());
        return "playbook/parts :: section";
    }

}
