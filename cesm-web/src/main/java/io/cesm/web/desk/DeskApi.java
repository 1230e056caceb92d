package io.cesm.web.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.notice.NoticeBook;
import io.cesm.domain.notice.NoticeRow;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.web.layout.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk of the owner of the token: their work and their notices. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('VIEW')")
class DeskApi {

    private static final int LARGEST = 200;

    private final Desk desk;

    private final NoticeBook book;

    private final Notices notices;

    private final CurrentActor current;

    private final Frames frames;

    private final MessageSource messages;

    private final Clock clock;

    DeskApi(Desk desk, NoticeBook book, Notices notices, CurrentActor current, Frames frames, MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.notices = notices;
        this.current = current;
        this.frames = frames;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Work of one kind.
     *
     * @param count how many there are, counted up to 100; the first of them are items
     */
    record Pile(String kind, int count, boolean urgent, List<Item> items) {

        static Pile of(WorkSource.Pile it) {
            return new Pile(it.key(), it.count(), it.urgent(), it.items().stream().map(Item::of).toList());
        }

    }

    /**
     * One piece of work.
     *
     * @param href where it is read
     * @param page where a person sees it
     */
    record Item(String number, String title, String state, String customer, @Nullable LocalDate due,
            @Nullable String person, String href, String page) {

        static Item of(WorkSource.Item it) {
            return new Item(it.number(), it.title(), it.state().substring(it.state().indexOf('.') + 1), it.customer(),
                    it.due(), it.person(), "/api/v1" + it.href(), it.href());
        }

    }

    /** My work today. */
    record Work(LocalDate today, List<Pile> items) {
    }

    /**
     * A notice.
     *
     * @param sentence what the page says, in the language of Accept-Language
     */
    record NoticeJson(UUID id, Instant at, String kind, String sentence, String subjectType, UUID subject,
            String subjectName, Map<String, String> details, @Nullable Instant readAt) {
    }

    /** A part of the notices, newest first. */
    record NoticeList(List<NoticeJson> items, @Nullable String next, int unread) {
    }

    /** What is overdue, due today, handed over, waiting for the customer, due soon. */
    @GetMapping("/work")
    public Work work() {
        var today = CompanyTime.today(clock);
        return new Work(today, desk.piles(today).stream().map(Pile::of).toList());
    }

    @GetMapping("/notices")
    public NoticeList notices(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        var me = current.actor().requireStaff();
        Slice<NoticeJson> slice = book.of(me, Math.clamp(size, 1, LARGEST), cursor).map(row -> json(row, locale));
        return new NoticeList(slice.items(), slice.next(), book.unread(me));
    }

    /** Marks one notice as read; marking it again changes nothing. */
    @PostMapping("/notices/{id}/read")
    public ResponseEntity<Void> read(@PathVariable UUID id) {
        return mark(id);
    }

    /** Marks all notices as read. */
    @PostMapping("/notices/read")
    public ResponseEntity<Void> readAll() {
        return mark(null);
    }

    private ResponseEntity<Void> mark(@Nullable UUID id) {
        var me = current.actor().requireStaff();
        notices.read(me, id);
        frames.hasRead(me);
        return ResponseEntity.noContent().build();
    }

    private NoticeJson json(NoticeRow row, Locale locale) {
        var told = NoticeController.Told.of(row);
        var sentence = messages.getMessage("notice." + row.kind(), told.args(), row.subjectName(), locale);
        return new NoticeJson(row.id(), row.at(), row.kind(), String.valueOf(sentence), row.subjectType(),
                row.subjectId(), row.subjectName(), row.details(), row.readAt());
    }

}
