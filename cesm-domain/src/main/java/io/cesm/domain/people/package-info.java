/**
 * The organisation and the people in it; who acts, and what they may see.
 */
@NullMarked
@NamedInterface("people")
package io.cesm.domain.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
