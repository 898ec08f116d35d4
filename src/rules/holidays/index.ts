import { civilDate, day, type Day, isSaturday, isSunday } from "../calendar";

/** Month and day of the public holidays with a fixed date. */
const FIXED = new Set(["1-1", "5-1", "7-21", "8-15", "11-1", "11-11", "12-25"]);

/** Easter Monday, Ascension Day and Whit Monday, in days after Easter. */
const AFTER_EASTER = [1, 39, 50];

/** The ten Belgian public holidays. */
function isPublicHoliday(serial: Day): boolean {
  const { year, month, day: dayOfMonth } = civilDate(serial);
  return FIXED.has(`${month}-${dayOfMonth}`) || AFTER_EASTER.includes(serial - easter(year));
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876 in Meeus' form. */
function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * shift + 114;
  return day(year, Math.floor(count / 31), (count % 31) + 1);
}

/** A day on which authorities work: no weekend, no public holiday. */
export const isWorkingDay = (serial: Day): boolean => !isSaturday(serial) && isWorkingDayOrSaturday(serial);

export const isWorkingDayOrSaturday = (serial: Day): boolean => !isSunday(serial) && !isPublicHoliday(serial);
