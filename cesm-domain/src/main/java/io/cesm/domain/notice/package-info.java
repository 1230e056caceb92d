/**
 * What a person should hear of, inside the application.
 */
@NullMarked
@NamedInterface("notice")
package io.cesm.domain.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
