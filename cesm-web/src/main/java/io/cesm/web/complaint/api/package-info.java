/**
 * The API of complaints.
 */
@NullMarked
package io.cesm.web.complaint.api;

import org.jspecify.annotations.NullMarked;
