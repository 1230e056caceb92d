package io.cesm.web.answer.api;

import java.util.List;
import java.util.UUID;

import io.cesm.satisfaction.answer.AnswerDevices;
import io.cesm.web.api.Answers;
import io.cesm.web.security.PublicAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

/** Devices on which a survey is answered by one person after the other. */
@RestController
@RequestMapping("/api/v1/surveys/{id}/devices")
class DevicesApi {

    private final AnswerDevices devices;

    private final PublicAddress address;

    DevicesApi(AnswerDevices devices, PublicAddress address) {
        this.devices = devices;
        this.address = address;
    }

    /** A device to set up. */
    record NewDevice(@Size(max = 80) @Nullable String label) {
    }

    /** A device that was set up; its address is shown this once. */
    record MadeJson(UUID id, String link) {
    }

    /** All devices. */
    record DevicesJson(List<AnswerDevices.Row> items) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public DevicesJson list(@PathVariable UUID id) {
        return new DevicesJson(devices.of(id));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<MadeJson> setUp(@PathVariable UUID id, @Valid @RequestBody NewDevice body) {
        var made = devices.setUp(id, body.label());
        return Answers.secret("/api/v1/surveys/" + id + "/devices",
                new MadeJson(made.id(), address.link("/a/" + made.token())));
    }

    @DeleteMapping("/{device}")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<Void> end(@PathVariable UUID id, @PathVariable UUID device) {
        devices.end(id, device);
        return ResponseEntity.noContent().build();
    }

}
