/** Found from here, in the packages of this folder alone. */
export { default } from '@sparticuz/chromium'
