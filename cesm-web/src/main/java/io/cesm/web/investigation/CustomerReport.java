package io.cesm.web.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.investigation.Investigation;
import io.cesm.web.pdf.PdfDocument;
import io.cesm.web.pdf.PdfPart;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The report a customer reads: only what was written for them, in their language. The
 * page and the PDF show the same.
 */
record CustomerReport(String title, String customer, Locale locale, List<PdfPart.Fact> facts, List<Section> sections,
        List<String> heads, List<List<String>> actions, String actionsTitle) {

    /** A heading with what was written under it. */
    record Section(String title, String text) {
    }

    static CustomerReport of(ComplaintDetails it, Investigation investigation, MessageSource messages, Locale locale) {
        var say = new Speech(messages, locale);
        var customer = investigation.findings().customer();
        List<Section> sections = new ArrayList<>();
        add(sections, say.of("investigation.report.problem"),
                customer.problem() == null ? it.verbatim() : customer.problem());
        add(sections, say.of("investigation.report.containment"), customer.containment());
        add(sections, say.of("investigation.report.cause"), customer.cause());
        add(sections, say.of("investigation.report.prevention"), customer.prevention());
        List<List<String>> actions = investigation.actions()
            .stream()
            .filter(each -> each.forCustomer() != null)
            .map(each -> List.of(String.valueOf(each.forCustomer()), each.dueOn().toString(),
                    say.of("InvestigationActionState." + each.state())))
            .toList();
        var name = locale.getLanguage().equals("zh") || it.heading().customerNameEn() == null
                ? it.heading().customerName() : it.heading().customerNameEn();
        return new CustomerReport(say.of("investigation.report.title"), String.valueOf(name), locale,
                List.of(new PdfPart.Fact(say.of("investigation.report.number"), it.number()),
                        new PdfPart.Fact(say.of("investigation.report.contact"), it.heading().contactName()),
                        new PdfPart.Fact(say.of("investigation.report.received"),
                                CompanyTime.dayOf(it.times().receivedAt()).toString())),
                sections, List.of(say.of("investigation.report.action"), say.of("investigation.report.by"),
                        say.of("investigation.report.state")),
                actions, say.of("investigation.report.actions"));
    }

    private static void add(List<Section> sections, String title, @Nullable String text) {
        if (text != null) {
            sections.add(new Section(title, text));
        }
    }

    PdfDocument pdf(String asOf) {
        var document = PdfDocument.build(title, locale).unit(customer).asOf(asOf).facts(facts);
        for (var each : sections) {
            document.heading(each.title());
            each.text().lines().filter(line -> !line.isBlank()).forEach(document::text);
        }
        if (!actions.isEmpty()) {
            document.heading(actionsTitle)
                .grid(heads.stream().map(head -> new PdfPart.Head(head, false)).toList(),
                        actions.stream().map(row -> row.stream().map(PdfPart.Cell::of).toList()).toList());
        }
        return document.document();
    }

    private record Speech(MessageSource messages, Locale locale) {

        String of(String key) {
            return messages.getMessage(key, null, locale);
        }

    }

}
