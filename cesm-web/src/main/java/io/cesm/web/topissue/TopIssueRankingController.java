package io.cesm.web.topissue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.UnitBook;
import io.cesm.governance.topissue.MiningCandidates;
import io.cesm.governance.topissue.RankingRule;
import io.cesm.governance.topissue.RankingTopIssues;
import io.cesm.governance.topissue.RankingTopIssues.Level;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** What may become a TOP issue, how issues rank and by which printed rule. */
@Controller
@RequestMapping("/top-issues")
class TopIssueRankingController {

    private static final List<Integer> PERIODS = List.of(30, 90, 180, 365);

    private final RankingTopIssues ranking;

    private final MiningCandidates mining;

    private final CustomerBook customers;

    private final UnitBook units;

    private final TopIssueChoices choices;

    TopIssueRankingController(RankingTopIssues ranking, MiningCandidates mining, CustomerBook customers, UnitBook units,
            TopIssueChoices choices) {
        this.ranking = ranking;
        this.mining = mining;
        this.customers = customers;
        this.units = units;
        this.choices = choices;
    }

    /** Which candidates somebody wants to see. */
    record CandidateQuery(@Nullable Integer days, @Nullable String customer) {

        public int period() {
            return days != null && PERIODS.contains(days) ? days : 90;
        }

    }

    /** Which ranking somebody wants to see. */
    record RankingQuery(@Nullable String unit, @Nullable String customer, @Min(1) @Max(50) @Nullable Integer n) {

        public int most() {
            return n == null ? 10 : Math.clamp(n, 1, 50);
        }

        Level level() {
            return given(customer) ? Level.CUSTOMER : given(unit) ? Level.UNIT : Level.COMPANY;
        }

        private static boolean given(@Nullable String text) {
            return text != null && !text.isBlank();
        }

    }

    /** The rule as it is typed: numbers, the lowest step first. */
    record RuleForm(@NotNull @Nullable Integer days, @Size(max = 80) @Nullable String frequency,
            @Size(max = 80) @Nullable String severity, @Size(max = 120) @Nullable String value,
            @Nullable Long version) {

        static RuleForm of(RankingRule it, long version) {
            return new RuleForm(it.days(), text(it.frequency()), text(it.severity()), text(it.value()), version);
        }

        private static String text(List<? extends Number> numbers) {
            return String.join(", ", numbers.stream().map(String::valueOf).toList());
        }

        RankingRule rule() {
            return new RankingRule(days == null ? 0 : days,
                    numbers(frequency, "frequency").stream().map(Long::intValue).toList(),
                    numbers(severity, "severity").stream().map(Long::intValue).toList(), numbers(value, "value"));
        }

        private static List<Long> numbers(@Nullable String text, String field) {
            try {
                return text == null || text.isBlank() ? List.of()
                        : Arrays.stream(text.strip().split("[,，;\\s]+")).map(Long::valueOf).toList();
            }
            catch (NumberFormatException unreadable) {
                throw new FieldRefusal(field, "topissue.rule.numbers");
            }
        }

    }

    @GetMapping("/candidates")
    @PreAuthorize("hasAuthority('VIEW')")
    String candidates(@ModelAttribute("query") CandidateQuery query, Model model) {
        var customer = IssueIds.customer(query.customer());
        model.addAttribute("candidates", mining.of(query.period(), customer));
        model.addAttribute("periods", PERIODS);
        model.addAttribute("customerName", customer == null ? null : customers.require(customer).name());
        return "topissue/candidates";
    }

    @GetMapping("/ranking")
    @PreAuthorize("hasAuthority('VIEW')")
    String ranking(@Valid @ModelAttribute("query") RankingQuery query, BindingResult errors, Model model) {
        var level = query.level();
        var customer = IssueIds.customer(query.customer());
        var unit = IssueIds.unit(query.unit());
        UUID scope = null;
        String whose = null;
        if (level == Level.CUSTOMER && customer != null) {
            scope = customer.id();
            whose = customers.require(customer).name();
        }
        else if (level == Level.UNIT && unit != null) {
            scope = unit.id();
            whose = units.names(Set.of(unit)).get(unit);
        }
        model.addAttribute("ranking", ranking.latest(level, scope, query.most()));
        model.addAttribute("level", level);
        model.addAttribute("whose", whose);
        model.addAttribute("units", choices.units());
        model.addAttribute("rule", ranking.rule().rule());
        return "topissue/ranking";
    }

    @GetMapping("/ranking/rule")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String rule(Model model) {
        var now = ranking.rule();
        model.addAttribute("form", RuleForm.of(now.rule(), now.version()));
        return "topissue/rule";
    }

    @PostMapping("/ranking/rule")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String revise(@Valid @ModelAttribute("form") RuleForm form, BindingResult errors, HttpServletResponse response,
            RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> ranking.revise(form.version() == null ? -1 : form.version(), form.rule()))) {
            response.setStatus(422);
            return "topissue/rule";
        }
        flash.addFlashAttribute("notice", "topissue.rule.saved");
        return "redirect:/top-issues/ranking";
    }

}
