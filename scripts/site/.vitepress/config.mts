import { defineConfig } from 'vitepress';
import { siteConfig } from '../site-config';

export default defineConfig(siteConfig());
