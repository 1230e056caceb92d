package io.cesm.web.fielding.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.UnitId;
import io.cesm.satisfaction.fielding.AskingByPhone;
import io.cesm.satisfaction.fielding.BuildingFrames;
import io.cesm.satisfaction.fielding.FrameFilter;
import io.cesm.satisfaction.fielding.FrameFlag;
import io.cesm.satisfaction.fielding.FrameOutcome;
import io.cesm.satisfaction.fielding.FrameSource;
import io.cesm.satisfaction.fielding.InvitationState;
import io.cesm.satisfaction.fielding.InvitingByHand;
import io.cesm.satisfaction.fielding.PeopleBook;
import io.cesm.satisfaction.fielding.PeopleFilter;
import io.cesm.satisfaction.fielding.PersonRow;
import io.cesm.satisfaction.fielding.SurveyDesk;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.web.api.Answers;
import io.cesm.web.security.PublicAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people of a survey: put into the frame, listed with what became of them. */
@RestController
@RequestMapping("/api/v1/surveys/{id}/people")
class SurveyPeopleApi {

    private static final int LARGEST = 200;

    private final PeopleBook people;

    private final BuildingFrames frames;

    private final InvitingByHand inviting;

    private final AskingByPhone phone;

    private final SurveyDesk desk;

    private final PublicAddress address;

    SurveyPeopleApi(PeopleBook people, BuildingFrames frames, InvitingByHand inviting, AskingByPhone phone,
            SurveyDesk desk, PublicAddress address) {
        this.people = people;
        this.frames = frames;
        this.inviting = inviting;
        this.phone = phone;
        this.desk = desk;
        this.address = address;
    }

    /**
     * Somebody in a frame.
     *
     * @param state what became of the invitation; absent where it must not be known who
     * answered
     */
    record PersonJson(UUID id, UUID contact, String name, UUID customer, String customerName, @Nullable Integer tier,
            FrameSource source, FrameOutcome outcome, @Nullable LocalDate until, @Nullable String event,
            @Nullable InvitationState state, @Nullable Instant sentAt, int reminders, Set<FrameFlag> flags) {

        static PersonJson of(PersonRow it) {
            return new PersonJson(it.id(), it.contact().id(), it.name(), it.customer().id(), it.customerName(),
                    it.tier(), it.source(), it.outcome(), it.until(), it.eventKey(), it.state(),
                    it.state() == null ? null : it.sentAt(), it.reminders(), it.flags());
        }

    }

    /** Whom to put in; what is missing narrows nothing. */
    record FilterBody(@Nullable Set<Integer> tiers, @Nullable UUID unit, @Nullable String industry,
            @Nullable Set<DecisionRole> roles, @Nullable Set<ContactKind> kinds, @Nullable ConsentPurpose consent) {

        FrameFilter wish() {
            return new FrameFilter(or(tiers), unit == null ? null : new UnitId(unit), industry, or(roles), or(kinds),
                    consent);
        }

        private static <T> Set<T> or(@Nullable Set<T> given) {
            return given == null ? Set.of() : given;
        }

    }

    /** People by mail address, phone, WeCom id or key, one each. */
    record ListBody(@NotNull List<String> people) {
    }

    /** How many came in. */
    record Added(int added) {
    }

    /** Whom to ask by phone. */
    record PhoneBody(@NotNull UUID contact) {
    }

    /** The invitation the answers of a phone interview belong to. */
    record InterviewJson(UUID invitation) {
    }

    /** The personal link of somebody. */
    record LinkJson(String address) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<PersonJson> list(@PathVariable SurveyId id, @RequestParam @Nullable FrameOutcome outcome,
            @RequestParam @Nullable InvitationState state, @RequestParam @Nullable Integer tier,
            @RequestParam @Nullable FrameFlag flag, @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        desk.require(id);
        return people.slice(id, new PeopleFilter(outcome, state, tier, flag, q), Math.clamp(size, 1, LARGEST), cursor)
            .map(PersonJson::of);
    }

    @PostMapping("/filter")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public Added filter(@PathVariable SurveyId id, @Valid @RequestBody FilterBody body) {
        return new Added(frames.add(id, body.wish()));
    }

    @PostMapping("/list")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public BuildingFrames.Listed list(@PathVariable SurveyId id, @Valid @RequestBody ListBody body) {
        return frames.add(id, body.people(), FrameSource.HAND);
    }

    /** Begins a phone interview, if consent, guard and draw allow it. */
    @PostMapping("/interviews")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public InterviewJson interview(@PathVariable SurveyId id, @Valid @RequestBody PhoneBody body) {
        return new InterviewJson(phone.begin(id, new ContactId(body.contact())));
    }

    @DeleteMapping("/{person}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<Void> remove(@PathVariable SurveyId id, @PathVariable UUID person) {
        frames.remove(id, person);
        return ResponseEntity.noContent().build();
    }

    /** Gives somebody's personal link, and invites them by it if they were not yet. */
    @PostMapping("/{person}/link")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<LinkJson> link(@PathVariable SurveyId id, @PathVariable UUID person) {
        return Answers.secret("/api/v1/surveys/" + id + "/people",
                new LinkJson(address.link("/a/" + inviting.link(id, person))));
    }

}
