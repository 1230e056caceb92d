package io.cesm.web.fielding.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.fielding.OfferingLinks;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.web.api.Answers;
import io.cesm.web.security.PublicAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Links and QR codes that everybody may answer by. */
@RestController
@RequestMapping("/api/v1/surveys/{id}/links")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class SurveyLinksApi {

    private final OfferingLinks offering;

    private final PublicAddress address;

    SurveyLinksApi(OfferingLinks offering, PublicAddress address) {
        this.offering = offering;
        this.address = address;
    }

    /**
     * A link to make.
     *
     * @param segments what all who answer by it are: place, touch_point, product, flow
     */
    record Body(@NotNull @Pattern(regexp = "LINK|QR") @Nullable String channel, @NotBlank @Nullable String label,
            @Nullable Map<String, String> segments) {
    }

    /** A link with its address. */
    record LinkJson(UUID id, String channel, String label, Map<String, String> segments, String address,
            Instant createdAt, @Nullable Instant revokedAt) {
    }

    @GetMapping
    public Slice<LinkJson> list(@PathVariable SurveyId id) {
        return new Slice<>(offering.of(id).stream().map(this::json).toList(), null, null);
    }

    @PostMapping
    public ResponseEntity<LinkJson> make(@PathVariable SurveyId id, @Valid @RequestBody Body body) {
        var made = offering.make(id, String.valueOf(body.channel()), body.label(),
                body.segments() == null ? Map.of() : body.segments());
        return Answers.secret("/api/v1/surveys/" + id + "/links", json(made));
    }

    @DeleteMapping("/{link}")
    public ResponseEntity<Void> revoke(@PathVariable SurveyId id, @PathVariable UUID link) {
        offering.revoke(id, link);
        return ResponseEntity.noContent().build();
    }

    private LinkJson json(OfferingLinks.OpenLink it) {
        return new LinkJson(it.id(), it.channel(), it.label(), it.segments(), address.link("/a/" + it.token()),
                it.createdAt(), it.revokedAt());
    }

}
