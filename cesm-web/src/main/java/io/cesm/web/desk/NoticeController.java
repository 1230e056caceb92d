package io.cesm.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import io.cesm.domain.notice.NoticeBook;
import io.cesm.domain.notice.NoticeRow;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.CurrentActor;
import io.cesm.web.layout.Frames;
import io.cesm.web.level.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person should hear of. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class NoticeController {

    private static final int PAGE = 30;

    private final NoticeBook book;

    private final NoticeSubjects subjects;

    private final Notices notices;

    private final CurrentActor current;

    private final Frames frames;

    NoticeController(NoticeBook book, NoticeSubjects subjects, Notices notices, CurrentActor current, Frames frames) {
        this.book = book;
        this.subjects = subjects;
        this.notices = notices;
        this.current = current;
        this.frames = frames;
    }

    @GetMapping("/notices")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        var me = current.actor().requireStaff();
        var slice = book.of(me, PAGE, cursor);
        var ids = slice.items().stream().map(NoticeRow::subjectId).filter(Objects::nonNull).toList();
        model.addAttribute("slice", slice);
        model.addAttribute("threads", Thread.of(slice.items()));
        model.addAttribute("about", subjects.of(ids));
        model.addAttribute("unread", book.unread(me));
        return "desk/notices";
    }

    /** Marks one notice with the earlier ones of its record, or all, as read. */
    @PostMapping("/notices/read")
    String read(@RequestParam(required = false) @Nullable UUID id, RedirectAttributes flash) {
        var me = current.actor().requireStaff();
        if (id != null) {
            notices.readAbout(me, id);
        }
        else {
            notices.read(me, null);
        }
        frames.hasRead(me);
        if (id == null) {
            flash.addFlashAttribute("notice", "notices.all_read");
        }
        return "redirect:/notices";
    }

    /**
     * What a page has to say about one record.
     *
     * @param earlier the same record's older notices on this page
     */
    public record Thread(Told newest, List<Told> earlier) {

        static List<Thread> of(List<NoticeRow> rows) {
            var bySubject = new LinkedHashMap<Object, List<Told>>();
            for (var row : rows) {
                var about = row.subjectId() == null ? row.id() : List.of(row.subjectType(), row.subjectId());
                bySubject.computeIfAbsent(about, it -> new ArrayList<>()).add(Told.of(row));
            }
            return bySubject.values().stream().map(it -> new Thread(it.getFirst(), it.subList(1, it.size()))).toList();
        }

        public boolean unread() {
            return newest.row().unread() || earlier.stream().anyMatch(it -> it.row().unread());
        }

    }

    /** A notice with the values of its sentence and where it leads. */
    public record Told(NoticeRow row, Object[] args, @Nullable String href) {

        static Told of(NoticeRow row) {
            List<Object> args = new ArrayList<>();
            args.add(row.subjectName());
            args.addAll(new TreeMap<>(row.details()).values());
            return new Told(row, args.toArray(), href(row));
        }

        private static @Nullable String href(NoticeRow row) {
            return switch (row.subjectType()) {
                case "CUSTOMER" -> "/customers/" + row.subjectId();
                case "CONTACT" -> "/contacts/" + row.subjectId();
                case "EXPECTATION" -> "/expectations/" + row.subjectId();
                case "COMPLAINT" -> "/complaints/" + row.subjectId();
                case "TOP_ISSUE" -> "/top-issues/" + row.subjectId();
                case "WORK_ORDER" -> "/work-orders/" + row.subjectId();
                case "LESSON" -> "/lessons/" + row.subjectId();
                case "FOLLOW_UP" -> "/follow-ups/" + row.subjectId();
                case "SCORECARD" -> "/scorecards/" + row.subjectId();
                case "IMPORT" -> "/imports/" + row.subjectId();
                case "SURVEY_CHART" -> Link.to("/surveys/" + row.subjectId() + "/analysis/trend")
                    .with("item", row.details().get("key"))
                    .toString() + "#control-title";
                case "UNIT_CHART" -> Link.to("/dashboard").with("unit", row.subjectId()).toString() + "#rate-title";
                case "COMPANY_CHART" -> "/dashboard#rate-title";
                case "COMBINATION" ->
                    "/surveys/" + row.subjectId() + "/analysis/combinations/" + row.details().get("id");
                case "EXPORT" -> "/exports/" + row.subjectId();
                default -> null;
            };
        }

    }

}
