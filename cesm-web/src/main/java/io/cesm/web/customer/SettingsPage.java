package io.cesm.web.customer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.ServiceStandards;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.people.Role;
import io.cesm.web.customer.SettingsForms.DimensionForm;
import io.cesm.web.customer.SettingsForms.StandardForm;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * The settings as a page of many small forms; the one that was refused keeps what was
 * typed, with the reason beside each field.
 */
@Component
class SettingsPage {

    private static final Map<String, int[]> LIMITS = Map.of("firstResponseHours", new int[] { 1, 720 }, "clarifyDays",
            new int[] { 1, 365 }, "commitDays", new int[] { 1, 365 }, "minDeliveryDays", new int[] { 0, 365 },
            "maxOpenCommitments", new int[] { 1, 1000 }, "standardLevel", new int[] { 0, 100 }, "visitEveryDays",
            new int[] { 1, 730 });

    private final ServiceStandards standards;

    private final DimensionBook dimensions;

    private final MessageSource messages;

    SettingsPage(ServiceStandards standards, DimensionBook dimensions, MessageSource messages) {
        this.standards = standards;
        this.dimensions = dimensions;
        this.messages = messages;
    }

    /** One figure of a standard. */
    public record Figure(String name, int least, int most, @Nullable Object value, @Nullable String error) {
    }

    /** The standard of a tier. */
    public record StandardRow(int tier, long version, boolean open, @Nullable Role ownerRole, List<Figure> figures) {
    }

    /** A dimension; without a code it is the one to be added. */
    public record DimensionRow(@Nullable String code, @Nullable String name, @Nullable String nameEn,
            @Nullable Integer sort, boolean active, Map<String, String> errors) {
    }

    String show(Model model, Locale locale) {
        return show(null, Map.of(), model, locale);
    }

    /** The page again, with the form that was refused. */
    String again(Object refused, BindingResult errors, Model model, Locale locale) {
        var reasons = new LinkedHashMap<String, String>();
        errors.getFieldErrors().forEach(it -> reasons.putIfAbsent(it.getField(), messages.getMessage(it, locale)));
        model.addAttribute("wrong",
                errors.getGlobalErrors().stream().map(it -> messages.getMessage(it, locale)).toList());
        return show(refused, reasons, model, locale);
    }

    private String show(@Nullable Object refused, Map<String, String> reasons, Model model, Locale locale) {
        var standardRows = new ArrayList<StandardRow>();
        for (var each : standards.all()) {
            var mine = refused instanceof StandardForm form && Integer.valueOf(each.tier()).equals(form.tier());
            var shown = mine ? (StandardForm) requireNonNull(refused) : StandardForm.of(each);
            standardRows.add(new StandardRow(each.tier(), each.version(), mine || refused == null && each.tier() == 1,
                    shown.ownerRole(), figures(shown, mine ? reasons : Map.of())));
        }
        model.addAttribute("standards", standardRows);
        addDimensions(refused instanceof DimensionForm form ? form : null, reasons, model);
        model.addAttribute("places", List.copyOf(Assignment.PLACES));
        return "customer/settings";
    }

    private void addDimensions(@Nullable DimensionForm refused, Map<String, String> reasons, Model model) {
        var rows = new ArrayList<DimensionRow>();
        var added = refused;
        for (var each : dimensions.all()) {
            if (refused != null && refused.active() != null && each.code().equals(refused.code())) {
                rows.add(row(refused, reasons));
                added = null;
            }
            else {
                rows.add(new DimensionRow(each.code(), each.name(), each.nameEn(), each.sort(), each.active(),
                        Map.of()));
            }
        }
        model.addAttribute("dimensions", rows);
        model.addAttribute("added",
                added == null ? new DimensionRow(null, null, null, null, true, Map.of()) : row(added, reasons));
    }

    private static DimensionRow row(DimensionForm form, Map<String, String> reasons) {
        return new DimensionRow(form.code(), form.name(), form.nameEn(), form.sort(),
                !Boolean.FALSE.equals(form.active()), reasons);
    }

    private static List<Figure> figures(StandardForm form, Map<String, String> reasons) {
        var figures = new ArrayList<Figure>();
        form.figures().forEach((name, value) -> {
            var limit = requireNonNull(LIMITS.get(name));
            figures.add(new Figure(name, limit[0], limit[1], value, reasons.get(name)));
        });
        return figures;
    }

}
