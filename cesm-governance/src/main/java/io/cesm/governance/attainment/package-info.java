/**
 * How complaints are answered: clocks kept, ages, hand-overs, who held what for how long.
 */
@NullMarked
@NamedInterface("attainment")
package io.cesm.governance.attainment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
