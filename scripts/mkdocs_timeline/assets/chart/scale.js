// @ts-check
/** A linear scale of time. Days are counted from 1970-01-01 (UTC), fractions allowed; never changed, only replaced. */
export class TimeScale {
  /**
   * @param {number} from first day in view
   * @param {number} to day after the last in view
   * @param {number} width px
   */
  constructor(from, to, width) {
    this.from = from;
    this.to = to;
    this.width = width;
    /** px a day */
    this.perDay = width / (to - from);
  }

  /** @param {number} day */
  x(day) {
    return (day - this.from) * this.perDay;
  }

  /** @param {number} day */
  shows(day) {
    return day >= this.from && day <= this.to;
  }

  /** @param {number} x */
  invert(x) {
    return this.from + x / this.perDay;
  }

  /** The same view, moved. @param {number} px */
  translate(px) {
    const days = px / this.perDay;
    return new TimeScale(this.from + days, this.to + days, this.width);
  }

  /** Closer (factor over 1) or farther, the day under `x` kept where it is. @param {number} factor @param {number} x */
  zoom(factor, x) {
    const day = this.invert(x);
    return new TimeScale(day - (day - this.from) / factor, day + (this.to - day) / factor, this.width);
  }

  /** The view kept inside `bounds`, and no closer than `least` days. @param {[number, number]} bounds @param {number} least */
  within([first, last], least) {
    const days = Math.min(Math.max(this.to - this.from, least), last - first);
    const middle = (this.from + this.to) / 2;
    const from = Math.min(Math.max(middle - days / 2, first), last - days);
    return new TimeScale(from, from + days, this.width);
  }

  /** Part of the way to another view, so that an eye can follow. @param {TimeScale} other @param {number} part */
  towards(other, part) {
    // Extents change by a factor, middles along the way: a zoom of ten looks even.
    const days = (this.to - this.from) ** (1 - part) * (other.to - other.from) ** part;
    const share = Math.abs(other.to - other.from - (this.to - this.from)) < 1 ? part : (days - (this.to - this.from)) / (other.to - other.from - (this.to - this.from));
    const middle = (this.from + this.to) / 2 + ((other.from + other.to - this.from - this.to) / 2) * share;
    return new TimeScale(middle - days / 2, middle + days / 2, this.width);
  }
}
