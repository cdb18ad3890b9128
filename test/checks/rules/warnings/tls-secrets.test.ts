import { of, warns } from '../object/rule-cases';

const secret = (fields: string) => of('Secret', 'v1', `type: kubernetes.io/tls, ${fields}`);

// `openssl req -x509 -newkey ed25519 -nodes -subj /CN=a -days 36500`
const KEY = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIE9AEZBcFwcrnL+p4fkUDQpqVt/Ng+5JxbZKNIluDSI3\n-----END PRIVATE KEY-----';
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIBLjCB4aADAgECAhRFm7aMrDowKWdVqh9+2/7qiL0enTAFBgMrZXAwDDEKMAgG\nA1UEAwwBYTAgFw0yNjExMjkwNDM0NTRaGA8yMTI2MTEwNTA0MzQ1NFowDDEKMAgG\nA1UEAwwBYTAqMAUGAytlcAMhADazXP0dkhBVtPDevvTZ6eBlnMdUc5kLhlXlEhnV\n8Gzyo1MwUTAdBgNVHQ4EFgQUOWm50UPwM1sVSsCutfliPoi+2CEwHwYDVR0jBBgw\nFoAUOWm50UPwM1sVSsCutfliPoi+2CEwDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXAD\nQQCbDXZGiuytoRCxPRyGzamOGpUG7jAr96ccY6Re/x1MhYUUydG/a8+Tt4KfBbDW\nRiEqqKBwvqqmLrCmamsjQ4cP\n-----END CERTIFICATE-----';
const base64 = (text: string) => Buffer.from(text).toString('base64');

warns([
  ['a certificate and its key', secret(`data: {tls.crt: ${base64(CERTIFICATE)}, tls.key: ${base64(KEY)}}`)],
  ['neither', secret("data: {tls.crt: '', tls.key: ''}"), 'tls-key-pair /type'],
  ['a certificate twice', secret(`data: {tls.crt: ${base64(CERTIFICATE)}, tls.key: ${base64(CERTIFICATE)}}`), 'tls-key-pair /type'],
  ['no key, which is refused', secret(`data: {tls.crt: ${base64(CERTIFICATE)}}`)],
]);
