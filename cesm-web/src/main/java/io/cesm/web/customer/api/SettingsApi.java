package io.cesm.web.customer.api;

import java.util.List;

import io.cesm.domain.customer.ServiceStandards;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.TendingDimensions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Service standards and quality dimensions for programs. */
@RestController
@RequestMapping("/api/v1")
class SettingsApi {

    private final ServiceStandards standards;

    private final DimensionBook dimensions;

    private final TendingDimensions tending;

    SettingsApi(ServiceStandards standards, DimensionBook dimensions, TendingDimensions tending) {
        this.standards = standards;
        this.dimensions = dimensions;
        this.tending = tending;
    }

    @GetMapping("/service-standards")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<ServiceStandards.Standard> standards() {
        return standards.all();
    }

    /** Revises the standard of a tier; the body carries the version it was made on. */
    @PutMapping("/service-standards")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ServiceStandards.Standard revise(@RequestBody ServiceStandards.Standard body) {
        standards.revise(body);
        return standards.of(body.tier());
    }

    @GetMapping("/dimensions")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<DimensionBook.Dimension> dimensions() {
        return dimensions.all();
    }

    @PostMapping("/dimensions")
    @PreAuthorize("hasAuthority('SETTINGS')")
    @ResponseStatus(HttpStatus.CREATED)
    public List<DimensionBook.Dimension> add(@Valid @RequestBody DimensionBody body) {
        tending.add(body.code(), body.name(), body.nameEn(), body.sort());
        return dimensions.all();
    }

    @PutMapping("/dimensions/{code}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public List<DimensionBook.Dimension> revise(@PathVariable String code, @Valid @RequestBody DimensionBody body) {
        tending.revise(code, body.name(), body.nameEn(), body.sort(), body.active());
        return dimensions.all();
    }

    record DimensionBody(@NotBlank String code, @NotBlank String name, @NotBlank String nameEn, int sort,
            boolean active) {
    }

}
