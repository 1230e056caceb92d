package io.cesm.satisfaction.fielding;

import io.cesm.satisfaction.figures.FieldWork;
import io.cesm.satisfaction.figures.Figure;

/**
 * How far a survey is among the customers of one tier.
 *
 * @param tier 0 for customers without one, -1 for all
 * @param frame everybody who could be asked
 * @param askable those of them with consent and address
 * @param invited those who were written to
 * @param declined opted out after the invitation
 */
public record TierStatus(int tier, long frame, long askable, long invited, long begun, long answered, long declined,
        long bounced) {

    /** AAPOR's RR3, COOP1 and break-off of those who were written to. */
    public FieldWork work() {
        return new FieldWork(answered, begun, declined, Math.max(0, invited - answered - begun - declined - bounced),
                bounced, 0, 1);
    }

    /** Which share of the frame could be asked at all. */
    public Figure coverage() {
        return FieldWork.coverage(askable, frame);
    }

    TierStatus plus(TierStatus that) {
        return new TierStatus(-1, frame + that.frame, askable + that.askable, invited + that.invited,
                begun + that.begun, answered + that.answered, declined + that.declined, bounced + that.bounced);
    }

}
