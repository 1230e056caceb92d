package io.cesm.web.analysis;

import java.util.List;

import io.cesm.web.panel.Panel;

/** Makes the panels of a view. */
interface Painter {

    View view();

    /** The panels under the filters of the query. */
    List<Panel> paint(Scene scene);

    /** What programs are told: the same with full precision. */
    Object data(Scene scene);

}
