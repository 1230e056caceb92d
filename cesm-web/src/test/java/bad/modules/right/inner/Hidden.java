package bad.modules.right.inner;

/** Nobody's business but the right module's. */
public class Hidden {

}
