package io.cesm.web.report;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.report.Pack;
import io.cesm.governance.report.PackState;
import io.cesm.web.panel.PanelFiles;
import io.cesm.web.panel.Say;
import io.cesm.web.pdf.PdfDocument;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A report as a document. */
@Component
class PackDocuments {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
        .withZone(CompanyTime.ZONE);

    private final MessageSource messages;

    PackDocuments(MessageSource messages) {
        this.messages = messages;
    }

    PdfDocument of(Pack pack, Locale locale) {
        var say = new Say(messages, locale);
        var head = pack.head();
        var document = PdfDocument.build(say.say("report.pack.title"), locale)
            .unit(say.name(head.unitName(), head.unitNameEn()))
            .period(YearMonth.from(head.month()).toString())
            .asOf(MOMENT.format(head.asOf()));
        document.note(head.number() + " · " + say.say("PackState." + head.state()));
        if (head.state() == PackState.DRAFT) {
            document.note(say.say("report.draft.note"));
        }
        for (var section : PackContent.read(pack.content()).sections()) {
            var text = section.in(locale.getLanguage());
            document.chapter(text.title());
            text.lines().forEach(document::text);
            var panel = text.panel();
            if (panel != null) {
                PanelFiles.add(document, panel, false);
            }
        }
        return document.document();
    }

}
