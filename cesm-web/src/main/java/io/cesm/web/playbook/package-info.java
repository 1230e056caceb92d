/**
 * Pages of checklists, and their part of the page of a complaint.
 */
@NullMarked
package io.cesm.web.playbook;

import org.jspecify.annotations.NullMarked;
