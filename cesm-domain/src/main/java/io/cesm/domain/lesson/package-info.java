/**
 * What others may ask about lessons; whoever keeps them answers.
 */
@NullMarked
@NamedInterface("lesson")
package io.cesm.domain.lesson;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
