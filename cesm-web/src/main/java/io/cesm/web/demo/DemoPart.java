package io.cesm.web.demo;

/**
 * A part of the demo company. The parts are told one after the other ({@code @Order}),
 * each in the world that those before it have made; all but the first, without which
 * nobody could sign in, in the background. A new part is a new class.
 */
interface DemoPart {

    void tell(DemoWorld world);

}
