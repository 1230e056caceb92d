package io.cesm.web.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cesm.domain.kernel.Slice;
import org.springframework.boot.jackson.JacksonMixin;

/** A part of a list as programs see it: items, next, previous and nothing else. */
@JacksonMixin(Slice.class)
abstract class SliceJson {

    @JsonIgnore
    abstract boolean isEmpty();

}
