/**
 * Visits to customers: logged when they were made, due by the rhythm that the service
 * standard of the tier promises.
 */
@NullMarked
@NamedInterface("visit")
package io.cesm.perception.visit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
