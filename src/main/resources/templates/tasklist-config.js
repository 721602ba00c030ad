/*[- GET /camunda/app/tasklist/scripts/config.js, served per person instead of the static file; render in Thymeleaf's
     JAVASCRIPT mode, content type text/javascript, Cache-Control: no-store. Model:
       person   record PersonSettings(String language, String zone, Csrf csrf)
                language "zh" or "en"; zone an IANA zone; csrf record Csrf(String header, String parameter, String token)
                is the token of POST /logout (Spring Security's CsrfToken). Nobody signed in: leave the static file. -]*/
import settings from './lianxing/settings.js';

export default await settings(/*[[${person}]]*/ { language: 'en', zone: null, csrf: null });
