const opening =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

/** Whether a text is an HTML page handed over as text: it opens with a doctype, `<html>`, `<head>` or `<body>`. */
export const looksLikeHtml = (text: string): boolean => opening.test(text.slice(0, 4096));
